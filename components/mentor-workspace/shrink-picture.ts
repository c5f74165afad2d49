/** The shorter side that is sent, in pixels: twice what the server keeps, so that it has a choice. */
const sentSide = 768;

/**
 * A photograph as a small JPEG, so that a slow network carries kilobytes and not megabytes. What the
 * browser cannot read is sent as it is: the server decides, here nothing is refused.
 */
export async function shrinkPicture(file: File): Promise<File> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(
    () => null,
  );
  if (bitmap === null) return file;
  const scale = Math.min(1, sentSide / Math.min(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const pen = canvas.getContext('2d');
  if (pen === null) return file;
  // What is transparent would come out black.
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/jpeg', 0.9);
  });
  if (blob === null || blob.size >= file.size) return file;
  return new File([blob], 'picture.jpg', { type: blob.type });
}
