'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { type AddressChoice, choiceQuery, readChoice } from '@/components/slots/booking-address';
import { useIsInteractive } from '@/components/ui/use-is-interactive';

/**
 * Whether the steps are open over the times, as an entry of the browser's history: Back closes them,
 * Forward and reloading bring them back.
 */
export function useStepsEntry({
  isOpenAtFirst,
  onReturn,
}: {
  isOpenAtFirst: boolean;
  /** This page is at another of its entries now. */
  onReturn: (choice: AddressChoice) => void;
}) {
  const isInteractive = useIsInteractive();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);

  function goBy(choice: AddressChoice) {
    setIsOpen(choice.isOpen);
    onReturn(choice);
  }

  const goByAddress = useEffectEvent(() => {
    goBy(choiceInAddress());
  });
  useEffect(() => {
    const page = window.location.pathname;
    const onPop = () => {
      if (window.location.pathname === page) goByAddress();
    };
    window.addEventListener('popstate', onPop);
    return () => {
      window.removeEventListener('popstate', onPop);
    };
  }, []);

  return {
    isOpen: isOpen && isInteractive,
    open: () => {
      const query = choiceQuery({ ...choiceInAddress(), isOpen: true });
      window.history.pushState({ isOfSteps: true }, '', query);
      setIsOpen(true);
    },
    /** The way back is the one that opened them; whoever came by their address stays. */
    close: () => {
      const entry = window.history.state as { isOfSteps?: boolean } | null;
      if (entry?.isOfSteps === true) {
        window.history.back();
        return;
      }
      const choice = { ...choiceInAddress(), isOpen: false };
      window.history.replaceState(null, '', choiceQuery(choice));
      goBy(choice);
    },
  };
}

function choiceInAddress(): AddressChoice {
  return readChoice(Object.fromEntries(new URLSearchParams(window.location.search)));
}
