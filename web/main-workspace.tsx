import { createRoot } from 'react-dom/client';
import './ui/theme/base.css';
import { allowOwnStyles } from './platform/page-styles.ts';
import { Workspace } from './Workspace.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('workspace.html lost its #root');
allowOwnStyles(document);
createRoot(root).render(<Workspace />);
