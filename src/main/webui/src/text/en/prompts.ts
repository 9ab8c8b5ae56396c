/** Recorded messages that callers hear. */
export const prompts = {
  title: 'Recorded messages',
  intro: 'What called people hear when no agent is free, and what is left on answering machines. A campaign\'s settings say which one is played.',
  create: 'New message',
  none: 'There is none of your own yet. The shipped ones name no company: a message that people hear when nobody is free must say who called, and a number.',
  usedBy: 'Played by',
  added: 'Added',
  record: 'Record with the microphone',
  stop: 'Stop',
  recording: 'Recording, {time}',
  recorded: 'Recorded just now',
  notUnderstood: 'This browser does not understand the file as a sound. Take a WAV, MP3, M4A or OGG file.',
  deleteQuestion: 'Delete the message {name}? Its sound cannot be brought back.',
  shipped: 'The shipped one, which names no company',
  ofAsterisk: 'Sound of Asterisk: {name}',
  drop: 'or drop one here: WAV, MP3, M4A or OGG, two minutes at most',
};
