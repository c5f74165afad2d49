// Ends the process it is loaded into, as Ctrl-C would, when the process that started it is gone:
// killed without a chance to clean up, it would leave a server that holds ports and locks.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 1000).unref();
