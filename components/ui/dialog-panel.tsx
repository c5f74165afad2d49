'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { AriaProvider } from './aria-provider';
import { CloseIcon } from './icons';

export interface DialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  children: ReactNode;
  /** Stays at the bottom while the content scrolls: the buttons. */
  footer?: ReactNode;
  /** False keeps it open when the ground beside it is pressed, so that a form is not lost. */
  isDismissable?: boolean;
}

/** The dialog itself; use it through `Dialog`, which loads it on demand. */
export function DialogPanel({
  isOpen,
  onOpenChange,
  title,
  children,
  footer,
  isDismissable = true,
}: DialogProps) {
  const t = useTranslations('common');
  return (
    <AriaProvider>
      <ModalOverlay
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        isDismissable={isDismissable}
        className="reacts bg-scrim fixed inset-0 z-50 flex items-end justify-center data-entering:opacity-0 data-exiting:opacity-0 sm:items-center sm:p-6"
      >
        <Modal className="reacts bg-surface shadow-pop flex max-h-11/12 w-full flex-col overflow-hidden rounded-t-2xl data-entering:translate-y-8 data-exiting:translate-y-8 sm:max-w-form sm:rounded-2xl">
          <AriaDialog className="flex min-h-0 flex-col outline-none">
            <div className="flex items-center justify-between gap-3 py-3 pr-3 pl-5 sm:pl-6">
              <Heading slot="title" className="text-xl">
                {title}
              </Heading>
              <button
                type="button"
                aria-label={t('close')}
                onClick={() => onOpenChange(false)}
                className="reacts text-muted hover:bg-sunken hover:text-ink grid size-11 shrink-0 cursor-pointer place-items-center rounded-md"
              >
                <CloseIcon />
              </button>
            </div>
            <div className="min-h-0 scroll-pb-24 overflow-y-auto px-5 pt-1 pb-5 sm:px-6 sm:pb-6">
              {children}
            </div>
            {footer && (
              <div className="flex flex-wrap justify-end gap-3 border-t px-5 py-4 sm:px-6">
                {footer}
              </div>
            )}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaProvider>
  );
}
