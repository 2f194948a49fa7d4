const NEAR_PX = 48;

/** Whether the reader looks at the newest. */
export const isAtEnd = (scroller) => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PX;

export const toEnd = (scroller) => scroller.scrollTo({ top: scroller.scrollHeight, behavior: "instant" });
