/** As good as a poster needs to be, and a tenth of the bytes of a lossless one. */
const QUALITY = 0.92;

/**
 * The picture a video shows right now, as a JPEG file named after the video's; null while it shows none. The video must have
 * been asked for with `crossorigin`, or the browser keeps its pixels from the page.
 */
export async function grabFrame(video: HTMLVideoElement, fileName: string): Promise<File | null> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const bytes = await new Promise<Blob | null>((take) => canvas.toBlob(take, 'image/jpeg', QUALITY));
  const stem = fileName.replace(/\.[^.]*$/, '') || 'video';
  return bytes && new File([bytes], `${stem}-poster.jpg`, { type: bytes.type });
}
