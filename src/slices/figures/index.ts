export { addFiguresPages } from './figures.routes.tsx'
