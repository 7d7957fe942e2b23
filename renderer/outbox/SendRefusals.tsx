/** Why a story cannot go to a target as it is; nothing where it can. */
export function SendRefusals({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div className="send-refused" role="alert">
      <p>It cannot go there as it is:</p>
      <ul aria-label="What stops it">
        {sentences.map((sentence) => (
          <li key={sentence} dir="auto">
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
