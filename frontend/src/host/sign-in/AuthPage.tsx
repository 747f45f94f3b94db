import type { ComponentChildren } from 'preact';
import { LanguagePicker } from '../../ui/LanguagePicker';
import { Logo } from '../../ui/Logo';

/** The page of somebody who is not signed in: one card, and the choice of a language. */
export function AuthPage({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <main class="auth">
      <Logo />
      <section class="card auth-card">
        <h1>{title}</h1>
        {children}
      </section>
      <LanguagePicker />
    </main>
  );
}
