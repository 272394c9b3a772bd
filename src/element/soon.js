/** A function that has `task` done later in the same task of the page's, once however often it is called: an
 * element that is moved is taken out and put in at once, and attributes are set one after the other. */
export function soon(task) {
  let isToDo = false;
  return () => {
    if (isToDo) return;
    isToDo = true;
    queueMicrotask(() => {
      isToDo = false;
      task();
    });
  };
}
