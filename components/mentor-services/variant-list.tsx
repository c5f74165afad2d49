'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { errorCode, sentOr } from '@/components/mentor-workspace/sent-values';
import { useFieldError } from '@/components/mentor-workspace/use-field-error';
import { WorkspaceRefused } from '@/components/mentor-workspace/workspace-refused';
import { Card } from '@/components/ui/card';
import { controlClass, FieldError } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import {
  addVariantAction,
  archiveVariantAction,
  changePriceAction,
} from '@/lib/services/actions/edit-variants';
import type { OwnService, ServiceState } from '@/lib/services/schema';
import { LengthFields } from './length-fields';

/** What posts without script left; each says in its values which length it is of. */
export interface VariantFlashes {
  add: ServiceState;
  price: ServiceState;
  archive: ServiceState;
}

/** The lengths of a service with their prices, and a form for one more. */
export function VariantList({ service, first }: { service: OwnService; first: VariantFlashes }) {
  const t = useTranslations('mentorServices');
  return (
    <Card as="section" aria-label={t('lengths')}>
      <h2 className="text-xl">{t('lengths')}</h2>
      <p className="text-muted mt-1 text-sm">{t('lengthsText')}</p>
      {service.variants.length === 0 && (
        <p className="text-gold-ink mt-4 text-sm font-medium">{t('noLength')}</p>
      )}
      <ul className="mt-4 divide-y border-y">
        {service.variants.map((variant) => (
          <li key={variant.id} className="flex flex-wrap items-start gap-x-2 py-3">
            <PriceForm
              key={variant.priceCredits}
              serviceId={service.id}
              {...variant}
              first={stateOf(variant.id, first.price)}
            />
            <ArchiveForm
              serviceId={service.id}
              {...variant}
              first={stateOf(variant.id, first.archive)}
            />
          </li>
        ))}
      </ul>
      <AddForm key={service.variants.length} serviceId={service.id} first={first.add} />
    </Card>
  );
}

interface Row {
  serviceId: string;
  id: string;
  durationMinutes: number;
  first: ServiceState;
}

function PriceForm({
  serviceId,
  id,
  durationMinutes,
  priceCredits,
  first,
}: Row & { priceCredits: number }) {
  const t = useTranslations('mentorServices');
  const fieldError = useFieldError();
  const form = useActionForm(changePriceAction, { first });
  const { state } = form;
  const error = fieldError(errorCode(state, 'priceCredits'));
  const field = `price-${id}`;
  return (
    <ActionForm
      form={form}
      path={`/mentor/services/${serviceId}`}
      fields={{ serviceId, variantId: id }}
      className="grow basis-60"
    >
      <div className="flex flex-wrap items-center gap-2">
        <span className="basis-16 font-semibold tabular-nums">
          {t('minutes', { count: durationMinutes })}
        </span>
        <input
          id={field}
          name="priceCredits"
          aria-label={t('priceOf', { count: durationMinutes })}
          type="number"
          inputMode="numeric"
          required
          min={0}
          max={100_000}
          defaultValue={sentOr(state, 'priceCredits', String(priceCredits))}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${field}-error` : undefined}
          className={`${controlClass} max-w-24`}
        />
        <SubmitButton
          variant="secondary"
          size="sm"
          aria-label={t('setPriceLabel', { count: durationMinutes })}
        >
          {t('setPrice')}
        </SubmitButton>
      </div>
      {error && <FieldError id={field}>{error}</FieldError>}
      <WorkspaceRefused state={form.state} />
    </ActionForm>
  );
}

function ArchiveForm({ serviceId, id, durationMinutes, first }: Row) {
  const t = useTranslations('mentorServices');
  const form = useActionForm(archiveVariantAction, { first });
  return (
    <ActionForm
      form={form}
      path={`/mentor/services/${serviceId}`}
      fields={{ serviceId, variantId: id }}
    >
      <SubmitButton
        variant="ghost"
        size="sm"
        aria-label={t('archiveLength', { count: durationMinutes })}
      >
        {t('archive')}
      </SubmitButton>
      <WorkspaceRefused state={form.state} />
    </ActionForm>
  );
}

function AddForm({ serviceId, first }: { serviceId: string; first: ServiceState }) {
  const t = useTranslations('mentorServices');
  const form = useActionForm(addVariantAction, { first });
  return (
    <ActionForm
      form={form}
      path={`/mentor/services/${serviceId}`}
      fields={{ serviceId }}
      className="mt-5 flex flex-col gap-4"
    >
      <h3 className="font-sans text-base font-semibold">{t('addLength')}</h3>
      <WorkspaceRefused state={form.state} />
      <LengthFields state={form.state} saved={{ durationMinutes: '', priceCredits: '' }} />
      <div>
        <SubmitButton variant="secondary">{t('add')}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** A state that was left for this length, and not for another. */
function stateOf(variantId: string, state: ServiceState): ServiceState {
  return sentOr(state, 'variantId', '') === variantId ? state : { status: 'idle' };
}
