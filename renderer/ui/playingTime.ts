/** How long something plays as players write it: "0:07", "12:05", "1:02:09". What lasts at all is never 0:00. */
export function playingTime(seconds: number): string {
  const whole = Math.max(1, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
