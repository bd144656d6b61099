/** An invented story that stood on two pages, and what may be changed about it. */
import type { Citation } from "../../../src/render/cite/citation.js";

export const english: Citation = {
  id: "alder-point-beacon-2024-09-19-p1-k3f9q2",
  title: "Ferry to run all winter",
  authors: [{ literal: "Tobias Wren", family: "Wren", given: "Tobias" }],
  newspaper: "The Alder Point Beacon",
  place: "Alder Point",
  publisher: "Lantern Hill Press",
  date: { year: 2024, month: 9, day: 19 },
  number: "38",
  section: "Front Page",
  pages: ["1", "4"],
  language: "en",
  url: "https://papers.example.org/a/p1-k3f9q2.html",
};

export const chinese: Citation = {
  ...english,
  id: "qichuan-ribao-2024-04-18-p1-pafwxd",
  title: "末班轮渡推迟到晚上十点",
  authors: [{ literal: "左一禾", family: "左", given: "一禾" }],
  newspaper: "栖川日报",
  place: "栖川",
  publisher: "栖川日报社",
  date: { year: 2024, month: 4, day: 18 },
  number: "",
  section: "要闻",
  pages: ["1", "3"],
  language: "zh-Hans",
  url: "",
};
