import type { Desk } from './desk.js'

/** What a topic is called: in the language of the messages, in the words of its file, or by its id. */
export function topicName({ view }: Desk, id: string): string {
  return view.messages[`topic.${id}`] ?? view.topics.find((topic) => topic.id === id)?.title ?? id
}
