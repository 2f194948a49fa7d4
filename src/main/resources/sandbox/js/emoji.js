const NAMES = {
  "+1": "👍", thumbsup: "👍", "-1": "👎", thumbsdown: "👎", clap: "👏", wave: "👋", raised_hand: "✋", raised_hands: "🙌",
  pray: "🙏", muscle: "💪", ok_hand: "👌", point_right: "👉", point_up: "☝️", smile: "😄", slightly_smiling_face: "🙂",
  joy: "😂", wink: "😉", thinking_face: "🤔", sweat_smile: "😅", cry: "😢", sunglasses: "😎", partying_face: "🥳",
  robot_face: "🤖", eyes: "👀", brain: "🧠", heart: "❤️", star: "⭐", sparkles: "✨", fire: "🔥", rocket: "🚀", tada: "🎉",
  trophy: "🏆", medal: "🏅", crown: "👑", dart: "🎯", bulb: "💡", zap: "⚡", boom: "💥", "100": "💯", books: "📚", book: "📖",
  open_book: "📖", newspaper: "📰", page_facing_up: "📄", bookmark: "🔖", label: "🏷️", memo: "📝", pencil: "📝", pencil2: "✏️",
  clipboard: "📋", pushpin: "📌", link: "🔗", mag: "🔍", bar_chart: "📊", chart_with_upwards_trend: "📈",
  ballot_box_with_ballot: "🗳️", ballot_box_with_check: "☑️", white_check_mark: "✅", heavy_check_mark: "✔️", x: "❌",
  no_entry: "⛔", warning: "⚠️", question: "❓", grey_question: "❔", exclamation: "❗", information_source: "ℹ️", bell: "🔔",
  no_bell: "🔕", calendar: "📅", date: "📅", spiral_calendar_pad: "🗓️", clock9: "🕘", alarm_clock: "⏰", stopwatch: "⏱️",
  hourglass: "⌛", hourglass_flowing_sand: "⏳", speech_balloon: "💬", microphone: "🎤", studio_microphone: "🎙️",
  loudspeaker: "📢", mega: "📣", inbox_tray: "📥", outbox_tray: "📤", package: "📦", gear: "⚙️", wrench: "🔧", lock: "🔒",
  key: "🔑", wastebasket: "🗑️", recycle: "♻️", repeat: "🔁", arrow_up: "⬆️", arrow_down: "⬇️", arrow_left: "⬅️",
  arrow_right: "➡️", small_blue_diamond: "🔹", small_orange_diamond: "🔸", large_blue_circle: "🔵", large_green_circle: "🟢",
  red_circle: "🔴", white_circle: "⚪", busts_in_silhouette: "👥", bust_in_silhouette: "👤", mortar_board: "🎓", school: "🏫",
  coffee: "☕", seedling: "🌱", game_die: "🎲", crossed_fingers: "🤞", handshake: "🤝", first_place_medal: "🥇",
  second_place_medal: "🥈", third_place_medal: "🥉", one: "1️⃣", two: "2️⃣", three: "3️⃣", four: "4️⃣", five: "5️⃣", six: "6️⃣",
  seven: "7️⃣", eight: "8️⃣", nine: "9️⃣", keycap_ten: "🔟",
};

/** The sign that a name such as "tada" stands for, or undefined. */
export const emojiFor = (name) => (Object.hasOwn(NAMES, name) ? NAMES[name] : undefined);

/** Text with :names: replaced by their signs; unknown names stay as typed. */
export const withEmoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => emojiFor(name) ?? whole);
