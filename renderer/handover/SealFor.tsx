interface SealForProps {
  /** Whom it can be sealed for. */
  readonly names: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (names: readonly string[]) => void;
}

/** Who alone can open the package. */
export function SealFor({ names, chosen, onChoose }: SealForProps) {
  const choose = (name: string, isChosen: boolean) =>
    onChoose(isChosen ? [...chosen, name] : chosen.filter((one) => one !== name));
  return (
    <fieldset className="handover-seal">
      <legend className="field-label">Seal for</legend>
      {names.map((name) => (
        <label key={name} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={(event) => choose(name, event.target.checked)}
          />
          <span dir="auto">{name}</span>
        </label>
      ))}
      <p className="field-hint">{hint(names, chosen)}</p>
    </fieldset>
  );
}

function hint(names: readonly string[], chosen: readonly string[]): string {
  if (names.length === 0)
    return 'Nobody yet: once you have opened a package of theirs, you can seal yours so that only they can open it.';
  if (chosen.length === 0)
    return 'Nobody: whoever gets the file can read it. It can be sealed for people whose packages you opened.';
  return 'Nobody else can open the file, nor see what it is about; not you either.';
}
