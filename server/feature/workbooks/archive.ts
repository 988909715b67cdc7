import { crc32 } from 'node:zlib';
import { deflateSync, strToU8 } from 'fflate';

type Written = { readonly name: string; readonly head: Buffer; readonly at: number };

/** 1980-01-01 00:00, as zip writes it: the earliest there is. */
const TIME = 0x0021_0000;
const PACKED = 8;
/** Version 2.0 of the format is enough to read it. */
const VERSION = 20;

/**
 * A zip archive, entry by entry, each let go of when it is packed; all of one time, packed by code that a release pins. Byte for byte
 * what fflate's `zipSync` makes of the same entries at level 6, which holds them all at once.
 */
export class Archive {
  private readonly written: Written[] = [];
  private length = 0;

  /** The bytes of the next entry. Names are ASCII. */
  entry(name: string, content: Uint8Array): Uint8Array {
    const packed = deflateSync(content, { level: 6 });
    const head = headOf({ name, content, packed: packed.length });
    this.written.push({ name, head, at: this.length });
    const local = Buffer.alloc(4);
    local.writeUInt32LE(0x0403_4b50);
    const bytes = Buffer.concat([local, head, strToU8(name), packed]);
    this.length += bytes.length;
    return bytes;
  }

  /** The bytes behind the last entry: the table of them all. */
  end(): Uint8Array {
    const table = this.written.map(({ name, head, at }) => {
      const [mark, tail] = [Buffer.alloc(6), Buffer.alloc(14)];
      mark.writeUInt32LE(0x0201_4b50);
      mark.writeUInt16LE(VERSION, 4);
      tail.writeUInt32LE(at, 10);
      return Buffer.concat([mark, head, tail, strToU8(name)]);
    });
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x0605_4b50);
    end.writeUInt16LE(table.length, 8);
    end.writeUInt16LE(table.length, 10);
    end.writeUInt32LE(
      table.reduce((sum, { length }) => sum + length, 0),
      12,
    );
    end.writeUInt32LE(this.length, 16);
    return Buffer.concat([...table, end]);
  }
}

function headOf(of: { readonly name: string; readonly content: Uint8Array; readonly packed: number }): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(VERSION, 0);
  head.writeUInt16LE(PACKED, 4);
  head.writeUInt32LE(TIME, 6);
  head.writeUInt32LE(crc32(of.content), 10);
  head.writeUInt32LE(of.packed, 14);
  head.writeUInt32LE(of.content.length, 18);
  head.writeUInt16LE(of.name.length, 22);
  return head;
}
