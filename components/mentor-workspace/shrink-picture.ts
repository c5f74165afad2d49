/** The shorter side that is sent, in pixels: twice what the server keeps, so that it has a choice. */
const sentSide = 768;

/**
 * A photograph as a small JPEG, so that a slow network carries kilobytes and not megabytes. What the
 * browser cannot read is sent as it is: the server decides, here nothing is refused.
 * @returns what to send, and the address of what to show of it; null where it cannot be shown
 */
export async function shrinkPicture(file: File): Promise<{ file: File; shown: string | null }> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(
    () => null,
  );
  if (bitmap === null) return { file, shown: null };
  const scale = Math.min(1, sentSide / Math.min(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const pen = canvas.getContext('2d');
  if (pen === null) return { file, shown: null };
  // What is transparent would come out black.
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/jpeg', 0.9);
  });
  const shown = canvas.toDataURL('image/jpeg', 0.8);
  if (blob === null || blob.size >= file.size) return { file, shown };
  return { file: new File([blob], 'picture.jpg', { type: blob.type }), shown };
}
