import { Component, type ErrorInfo, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** Draws what stands in for the part that broke. `again` draws the part afresh. */
  readonly renderInstead: (error: Error, again: () => void) => ReactNode;
  /** Called once per failure, before anything else: put words on the disk here. */
  readonly onError?: (error: Error) => void;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
}

/** Keeps a failure in one part of the window from taking the rest with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error('A part of the window failed', error, info.componentStack);
    this.props.onError?.(error);
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? this.props.renderInstead(error, () => this.setState({ error: null })) : this.props.children;
  }
}
