import type { PanelData } from '@/components/slots/panel-data';

/** Who is looking, as far as the form has to know. */
export interface BookingViewer {
  name: string;
  email: string;
}

/** What can be spent: by who is looking; or by a visitor who turns out to be new (`isWelcome`). */
export interface Balance {
  credits: number;
  /** What more comes later, as many of one network are new; else 0. */
  welcomeLater: number;
  isWelcome: boolean;
}

/** What the panel has to know so that an order can be made from it, beside the times. */
export interface OrderPanelData extends PanelData {
  /** Whether the address says that the steps are open. */
  isOpen: boolean;
  /** Null: a visitor. */
  viewer: BookingViewer | null;
  /** Null for what is free. */
  balance: Balance | null;
  /** Mails stay in the mailbox page instead of leaving. */
  keepsMails: boolean;
}
