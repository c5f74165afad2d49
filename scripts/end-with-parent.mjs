// Loaded into `next dev`: when the process that started it is killed without a chance to clean up,
// the server would stay behind and hold the port and Next.js's lock on this folder.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 1000).unref();
