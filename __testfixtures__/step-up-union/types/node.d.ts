declare module "node:events" {
  export class EventEmitter {
    on(event: string, listener: (...given: any[]) => void): this;
    emit(event: string, ...given: any[]): boolean;
  }
}

declare module "node:stream" {
  export class Readable {
    on(event: string, listener: (...given: any[]) => void): this;
    pause(): this;
    resume(): this;
  }
}
