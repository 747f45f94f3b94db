/** As much of the library as the screen uses. */
declare module 'd3-cloud' {
  interface Layout<W> {
    size(size: [number, number]): this;
    words(words: W[]): this;
    font(font: string): this;
    fontWeight(weight: number): this;
    fontSize(size: (word: W) => number): this;
    rotate(degrees: number): this;
    padding(pixels: number): this;
    spiral(spiral: (size: [number, number]) => (t: number) => [number, number]): this;
    random(random: () => number): this;
    on(type: 'end', hear: (words: W[]) => void): this;
    start(): this;
  }
  export default function layout<W>(): Layout<W>;
}
