import { Component, type ReactNode } from 'react';

export interface CrashGuardProps {
  /** Another key, such as another address, tries anew. */
  readonly resetKey: string;
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Keeps the frame standing when a page inside it fails. */
export function CrashGuard({ resetKey, fallback, children }: CrashGuardProps) {
  return (
    <Guard key={resetKey} fallback={fallback}>
      {children}
    </Guard>
  );
}

/** React catches the errors of a page in class components only. */
class Guard extends Component<Omit<CrashGuardProps, 'resetKey'>, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
