export { addTimelinePages } from './timeline.routes.tsx'
