import { PICTURE_TYPES } from '../../../shared/media/asset.ts';

/** Asks for picture files with the system's own dialog; `take` is not called when it is left without a choice. */
export function chooseFiles(take: (files: File[]) => void, isMany: boolean): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = isMany;
  input.accept = PICTURE_TYPES.join();
  input.addEventListener('change', () => take([...(input.files ?? [])]));
  input.click();
}
