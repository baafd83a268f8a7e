/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What the page being rendered is about; the MDX components (`<Lab/>`, `<Output/>` …) read it. */
    page?: import('./components/page-context.ts').PageContext;
  }
}
