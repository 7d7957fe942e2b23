import { laterComponent } from './laterComponent.tsx';

const comments = laterComponent(async () => (await import('./PageComments.tsx')).PageComments);

/** Comments on the page; their code comes after what somebody needs to write. */
export function PageCommentsHost() {
  return <comments.Draw props={{}} fallback={null} />;
}
