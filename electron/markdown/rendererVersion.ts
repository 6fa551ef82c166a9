/** Raised whenever an essay would come out as other HTML than before; a receipt remembers it. */
export const rendererVersion = '1';
