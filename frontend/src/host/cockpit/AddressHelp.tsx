import { signal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { choose, chosen } from '../../ui/address';
import { Field } from '../../ui/Field';
import { Qr } from '../../ui/Qr';
import { type Addresses, type AddressTest, addressTest, listAddresses } from '../server';

const LOOK_MS = 2_000;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** What the last test with a phone told, for whoever else wants to know. */
export const phoneTest = signal<AddressTest | undefined>(undefined);

const drawTest = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map(byte => ALPHABET[byte % 32]).join('');

/** For a room where the phones cannot open the page: another address, a test with a phone, and what else it may be. */
export function AddressHelp({ host }: { host: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="join-help" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('join.help')}</summary>
      {open && <Local host={host} />}
      <ul>
        <li>{t('join.helpNetwork')}</li>
        <li>{t('join.helpAddress', { address: host })}</li>
        <li>{t('join.helpFirewall')}</li>
      </ul>
    </details>
  );
}

/** Nothing where the address was configured: whoever did that knows that it leads here. */
function Local({ host }: { host: string }) {
  const [found, setFound] = useState<Addresses>();
  useEffect(() => {
    listAddresses().then(reply => {
      if (!reply.ok) return;
      setFound(reply.value);
      // One of a network that this machine has left.
      if (chosen.value && !hosts(reply.value).includes(chosen.value)) choose(null);
    });
  }, []);
  if (!found || found.public) return null;
  return (
    <div class="address">
      {hosts(found).length > 1 && <Choice all={hosts(found)} host={host} />}
      <PhoneTest host={host} key={host} />
    </div>
  );
}

const hosts = ({ addresses }: Addresses) => addresses.map(address => new URL(address).host);

function Choice({ all, host }: { all: string[]; host: string }) {
  return (
    <Field
      label={t('join.address')}
      control={described => (
        <select
          {...described}
          class="input"
          dir="ltr"
          value={host}
          onChange={({ currentTarget: { value } }) => choose(value === all[0] ? null : value)}
        >
          {all.map(one => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      )}
    />
  );
}

/** A link that tells us whether a game gets through to the phone that has opened it, and by which way. */
function PhoneTest({ host }: { host: string }) {
  const test = useMemo(drawTest, []);
  const [said, setSaid] = useState<AddressTest>();
  useEffect(() => {
    if (said?.reached) return;
    const timer = setInterval(() => {
      // Whoever looks elsewhere sees it when they are back.
      if (!document.hidden)
        addressTest(test).then(reply => {
          if (!reply.ok) return;
          setSaid(reply.value);
          phoneTest.value = reply.value;
        });
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [test, said?.reached]);
  const [title, lead] = verdict(said, host);
  return (
    <div class={said?.reached ? 'address-test address-works' : 'address-test'} data-test={test}>
      <Qr text={`http://${host}/check#${test}`} label={t('join.testQr')} />
      <p role="status">
        <strong>{title}</strong>
        <span>{lead}</span>
      </p>
    </div>
  );
}

function verdict(said: AddressTest | undefined, address: string): [title: string, lead: string] {
  if (said?.socket) return [t('join.testWorks'), t('join.testWorksLead', { address })];
  if (said?.stream) return [t('join.testWorks'), t('join.testSecondLead', { address })];
  if (said?.socket === false) return [t('join.testBlocked'), t('join.testBlockedLead')];
  return [t('join.test'), t('join.testLead')];
}
