// Streams that Python (bz2, lzma, python-lz4) and xz wrote, by what they are, in base64, and what each holds.
// The scrambled block was made of a usual one: its bit, the changed bytes and both checksums.

function make(length: number, of: (index: number) => number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, (_, index) => of(index)));
}

let seed = 1n;
const squares = Buffer.from(
  Array.from({ length: 60 }, (_, each) => `${each} squared is ${each * each}\n`).join(""),
);
const noise = make(300, () => {
  seed = (seed * 1_103_515_245n + 12_345n) & 0x7fff_ffffn;
  return Number((seed >> 16n) & 255n);
});
const zeros = Buffer.alloc(200_000);
const waves = make(400, (at) => (at * 3 + Math.floor(at / 7)) & 255);
const calls = Buffer.concat(
  Array.from({ length: 80 }, (_, each) => {
    const call = Buffer.alloc(5 + (each % 3), 0x90);
    call[0] = 0xe8;
    call.writeInt32LE(5000 - 5 * each, 1);
    return call;
  }),
);
const long = Buffer.concat(Array.from({ length: 120 }, () => squares));
const backwards = Buffer.from(squares).reverse();

const holds = {
  squares,
  noise,
  zeros,
  waves,
  calls,
  long,
  nothing: Buffer.alloc(0),
  long5: long.subarray(0, 5000),
  long150: long.subarray(0, 150_000),
  far: Buffer.concat([squares, noise, backwards, zeros, noise, squares]),
};

export interface Vector {
  readonly packed: Buffer;
  readonly unpacked: Buffer;
}

const written: readonly (readonly [string, keyof typeof holds, string])[] = [
  [
    "bzip2 of squares",
    "squares",
    "QlpoOTFBWSZTWe9a6dEAAHtZgAAQQAB/4CYgOgAwAVRVYQ00mNTVT1MjCJ+hEiaAAik1NNGgaNGwM655E5VicsTqWJyxMljcsTUsczwQSSf9md3/WZ3e7HdqUvyvNtYqEskoShcSWK6UhEWlFJJLkJqS8h28Pe7czm0YmqbSdcbVsDOtt12u8TgGIcGIDAUw0w4ABUm93sxXJAppZw287F1LKAArfTfGBVlNURADAADtEiyXutaoO6wbLnO3ORzmaxq2qrbvFFWpmTdoKeLTapldr6oXGaD5E1hHKzDDcaGyMzGo94bs8u2mrjDfNrSRStqkF4vtfe0SRTIK4BXIKyCuAV9BX4FZBXIK/i7kinChId6106I=",
  ],
  ["bzip2 of nothing", "nothing", "QlpoORdyRThQkAAAAAA="],
  ["bzip2 of zeros", "zeros", "QlpoMTFBWSZTWd4aBzoAAYhEAMAAAAQACCAAMMwFKaYIWxCF4u5IpwoSG8NA50A="],
  [
    "bzip2 of noise",
    "noise",
    "QlpoMTFBWSZTWQUOuB4AAHx///Muqb/uMbm/v+u//9/q/21jx/538/1zm9uWmv3/GYu4sAD7MSAADRoAAaAABtQNHqB6nqAGhoGmgANAADQ0ANB6j1D1AZAbUaZPUfqn6p6elEA0NGhkyGhpo00aNGgyaGAmTIBkADQ0aZMCNNNDEYRk9QyDTRoDRkaaaaDIDBxGTRpppoNBoaA0NMgaGmEyA00YhghkMTTTEYEbUyMCAAGT0IyNAAAABAOxl84N3xaMEiIvjL8dbqWoB+eqGCHvHyNq+BDgLQ4xjKGerxHNbDDLAUe7pm+M4sPgvxxyQJygpblJVxVTcxovzYLG4FOwyXuhBKnR+TmvRRlkVnDjuBnYfLBHbRCyKRvO9A+YZUAY9lWlg5xUX318yNbAffv0U3XoFqtOL4Lst07IEFc/YXQCmDNTPFJTjQxPgu4rvBQZAvkfoxtGBahcn6hi/u9GjhaiQPssiCYVnur+2BjWVfjaPwYUBxb+xwJCbHlpV8ut8TsnzY57RrCUJqHCOQgYAOrTq/1GD6ipwcSj8PVUGzdKTAhGO18whqtxwbZAhEgixz0k/7qhYVY0Ly059WgJWsQkC7kinChIAodcDwA=",
  ],
  [
    "bzip2 of several blocks",
    "long",
    "QlpoMTFBWSZTWYRAbh4ALIHZgAAQQAB/4CYgOgBgBv58EACQqpKFQgFRTCaaA0xCmE00BpiFMJpoDTEKYTTQGmIJqoRo1EiGmClIJRPU9IGmqFpCwhYQsIW0L6hcQuULFCzQtULpQu6FgqaKmypwqdKmFTRU3FThU6VMKmipsqcKnSphU0VNlTJU4VOlTCpsqbKnCp0qYVNFTZU1KnCp0qYVNlThU4Uu6FihZoWqFpC0haQtIX8BRL9gol34heIWEL5QvtC8oXSF3QuUL8oW0L9UL7QvELlC9oXELdCxQulC5QuULlCzQuULlCyhcoXdC5QuULlC9oXKF5Qt0LlC6oWKFyhaQsULxC5QuULNC2hcoXKFyhcQuULuhZoXFC2hcoXKF+kLKKP1Qv30hfaF9oX5QvaF0hdULlC/KFuhaoWaDhU8KngqeypsqbKnuSGSp7lTwqfAqYVNlThF+VC/ELxC3QvlC3QvlC7QuJKsIWKFqhZQspKsIWqFmhZQsKFhCxQt1CwhfaFqhZSVYoMKmFTCphUyKnCpyVXlC8oXaF5QsULdCzQuypwqcKnCphUwVNlTNCzQt0L2haoWqFqhbKnoqYVOipyVOlTBUwqYVMKmFTCpgqfBU+0LVC1QvaF7QsIXKFuhe0LahboWaFmhZoWCpgqYVMKmFTCphU9ULdC0haoWKF5QtULVJV4hboX2oW0LNC1QvtC+1CwoXtC8QuqF6hfKF5QuqF7Qs0LuhcoXCQ8lTZU0VOlTZU0EXlC1Qu6FuhZQuqFlRDvSp4VNFTkqfBU6VNFTCpgqbKnhU0SGypsqaFTZUwVPUqdKn5FTCpoqfJU8khkkPkqaQuqFtC9oWqFihd0LdC9oXtC1QsqF2oWahe0LNC9oXqF7ULdC1QvlC7oWqF5QvKFqhd0LxC8qF1QtoXlCzQvaFqheULuhfaFtC+0LVQsULNC7QvKF3ULChfKFihfKF7QviFyheULFC0KmFTRU+wSk/lVFJ91FEtAol/1VIl/oKJfxVFJsEpPsEpP+YoKyTKazMS/0xABeKbMAACCAAP/ATEB0AKAKeAAAegCgQKYTTQGmIUwmmgNMQphNNAaYgmqgmhNVT1MjApUaoAI0emiaJgmCYJwnxPSe0YozRqjYnVGKM0ao3R1RijNGhN0dUYozRqjdHVGKM0aowTdHVGKNUao3R1RijNGqMk3R1RijVG6N0dUYozRqjRNE0TRN//VVJ/1VUnZNEwT9R9RyjZPaPaP+UcJ/KPqOye0eUek5RijYntHtHtGSe0e0ZJ7R1R7R7R7R5R7R3Ryj2jdGKPaNExR2T2j2jNHCe0e0e0ek9o6ozR6JwntHtH8JklX8Jon6j9R9R3Rsm6PKPqOUaozRujlHKj6jVGqPpSwT4nKO6jFGqN0fVGPidk5R+o5R+o6J6UsExRqjJMlLBNUZoyTAmCYo5UYJ9RqjJSxRijFGKMUYE3RsndHdHRO6MUcozR0TdG6N0Yo0KwrZWyuhXcrCsKwroT9Rijqo2TqjFRijFGKMUYoxUd0fUao1R5R5RgntHKPKOCcozRmjNGKMVGKMUYoxRij9RyjRNUYo7o1Rqkuyco+qOEzRqj6j6owJ5R2TdHhP1HdG6PKM0dUe0bpLhNUZo6o1RmqO6NUdUcoyTdGRS3RyjhNk7o6ozRijFRqjhWyTCsK2KwrQrxS5leVGKM0eUcKWCl5RmjdHCeUaoxR1RyjyjyjVGROhM1HlGaPKPCeVHKNUfqOqNUd0d0ao6o7J3UbJwndGUeUao7o6o+o4T6jVRijNHRO6OqjAn6jFH6l2K8Uu5XUrRWVLRWyuAEvkBLiAlkBL4Al/CidtCVX/AS5AJcAJfRdyRThQkJAXJl8=",
  ],
  [
    "bzip2 of a scrambled block",
    "long5",
    "QlpoMTFBWSZTWf8xBMSAAjpZgAAQYAB/4CYgfgBQA14AAAAUAGI000aFABiNNNGhQAYjTTRoUAGI000aBSoJoRKnlGnqeps3MTExO5+T5PkxMzU2nUxMzU3OpiZmk3OpiZmpudTEyaMTZ0YNGjZ0YMmjM2dGDRs2dGDJo1NTU1P4lL+YSv9qQ8/fn+v1ufZg1NT2bnR9n7nJ4fh3Pbw9nDBuPT09Mnt6Znp1PT09PJ6dnD2bMHpqYnc9nsycnp7PT2ezPU1PU5PZ7Mc+/qaqfPn6OzV2fk9m1ufJ2cNGTc4cH4amj8lifZydpiaNn0fZ3OHw5Pk6n7+KzMTZmZqxNmZmYjEwdxifhqZliYMTBiYjrqdTw8OToxOGTqbNzZiYjUzMnJ7NTRo5Pp+ZnB1OTEYmDEwYmI8nU1NHk55Mz07NnE4ZMzJiYjEwYmDE+HDU1M5nZk1Lucn4nJmaPp9GI8nc2eT4dzZ5MnU9my5NGTqaMh2anRwzNmStzhw3Ozqa0ZMDJyZLU1MjUwPk6n1MTM8OSwrwzNnJ5OtmTM5PDw0ZTqMx4Znh5PI4tT5OjU52YtTo7ncbOTszPJqdnU+zk+zSYmTqdnQxHwwfDyfJ7O5g1GJmf2iv7hCf9Uf8wUmMIP8ql/mFE4pDKkP5/JIYkhjSkP7UP7hUX/xdyRThQkP8xBMQ",
  ],
  [
    "lzma of squares",
    "squares",
    "XQAAgAD//////////wAYCArnehmbD1EUJzLQ2OkNYV4mDPaYuBzA/Qbt2HIa59BX1hZgCgseaXjuBpzFbbFz45K/kxJXDSDJew2M4lzYrwLaWzPfQ9PQfx2d0RDEtmBpXX3Z4oJQBdTAWVCYKDCb5bh2lCpkmqRvHM8/BWXKiH5+dvhvy6LdeXWWZef2PBNlqRoAMSa210nWml98ynCwKfULOStXrVw0DWoL8+8Q7uhuhhx3xpm+AyzygoYRbt/UVVW0oltNw6uGaNo1WSOMZoQaR5XTjqjhJ9MJ3VSkpXSQvhX2/JRHrqqAGMx942bjQJP3zR0S9+SsJ1n6rSfxlRw/ShXpVuorj4vUItFW3XP3H0+/3rH/m4yOxqfG4P41ktIma3//Nt/YAA==",
  ],
  ["lzma of nothing", "nothing", "XQAAgAD//////////wCD//v//8AAAAA="],
  [
    "lzma of zeros",
    "zeros",
    "XQAAgAD//////////wAAb/3//6O3/0c+SBVyOWFRuJIo5qOGB/nu5B6C0y/FOjwBS7F+yYqKTS+jDdl/puOMIxFT4FkYxXWK4nf4tpR/DGrA3nRJZOLpXFOyBNj3RAyrXw1tRunlw3aIt38/7ibP///6PwAA",
  ],
  [
    "lzma of noise",
    "noise",
    "XQAAgAD//////////wBjH4wmslt2Pk7e6hYJ08SHJGC+/hUZmLNSyF9YqDcWS8BQsEj1DxRZsdBoPiDUx0a+WEClZzDp15jGu5TeziIetJv+hSlQygIAY+GDoRlIJdHUGKEGpav9SLp2rvilAbL8LjVRkG1EqwTIPa2WseiTeT4p2Buoav18hLcgp2AcNo3MAE5BFvi8f3XLKzBIeBOu1okMNp2C8T3aeb2qjKp82fFd2np15ZBjMWrS+hlmsgu2czx0gkiB6kgyee1unT2/tcxyW9U73romTNZhievof88ZiWQz9RaomcqXZI/Cw1J8HmkKGyzXIOKhcWLiwAoFGdr0h+hEEfkGUSa9newOfPIxxyjQ8tbPvOZDvhVy7uEneW6a2hdZfHeqA1B83mdihf7RcTycBCFRh/jQXcfAoAaB2Y+fw3E7UPdMt///2NwAAA==",
  ],
  [
    "lzma of long distances",
    "far",
    "XQAAAAT//////////wAYCArnehmbD1EUJzLQ2OkNYV4mDPaYuBzA/Qbt2HIa59BX1hZgCgseaXjuBpzFbbFz45K/kxJXDSDJew2M4lzYrwLaWzPfQ9PQfx2d0RDEtmBpXX3Z4oJQBdTAWVCYKDCb5bh2lCpkmqRvHM8/BWXKiH5+dvhvy6LdeXWWZef2PBNlqRoAMSa210nWml98ynCwKfULOStXrVw0DWoL8+8Q7uhuhhx3xpm+AyzygoYRbt/UVVW0oltNw6uGaNo1WSOMZoQaR5XTjqjhJ9MJ3VSkpXSQvhX2/JRHrqqAGMx942bjQJP3zR0S9+SsJ1n6rSfxlRw/ShXpVuorj4vUItFW3XP3H0+/3rH/m4yOxqfG4P5BdQ8GiHBdCeBbxeyNPuuGkDst+sjii+zUopVZV5c08FTa+6CzKvRbpniAlignrc86Ppx5GbgKz6JSJ71I1JfiwnMcdc1NVwZPWflpirbF/dRk+zUEbzFHkGRdaQn+Ii6nOvvGIylXsBxbcda/6OVah25kfAtzggEeb/sh+V4aZ1DgpFjmy8QD1MGBMrF0ABauRIZ3z15eXBYcAVXA30fVdVBUJfwtg/t5DQtiu/BHNQzmwNtdu/Yh3D1uEuG7XJqXdELRkGw5UIRVPHWbU9T1lF/2eMtq0U6drRHHE7Ag3YH2BczIBnOyTIp8eam2xbiBblXtcwSJKllqF0TVrgY1F0XVS0Q2SpfRZHlM8hPM8kGEEyfXqDRSfKlDCHcJonc6sz37nGNBq2ph5+zMp7N3wI3m+kB+OS+b2yPZg0mWoS5yT2y5zXKHD4wBc2wqdigxKzGi4EKpqsjtzx+7ALTh3euJlxdfQOsaQtAM918csh6HWR4j8KCaqsRU4A7I7a7I4dn+6DQb6QZPxbDvQy0lmMByNmCAfmQjMYPrnHxQth1CPSWDErwdbm02MtqCgO6B6U446P0AfvaCmGurel+4VjZOcouj9ZR/1bSPO9czvbFQYzQCqN58iw/CT84ResJ3cwPW/l76jE8uRAwTnhNq11DVs5d4pj8glkiG9jg6lgCZnH7Jc9YN0z89hdr55jw6BaEpqHaJGj6g8k/ZzfKqxwhv1qiQ7nWWueHUtaMofehMWv1MN1Oj8rlEYQaDaETJJoVsfF2vFdYY8FrR4NlNoXU9ZW7kOOsGRxwBaCLz+VtQd7k9+AAokn0Hf70OQUUx5s259H2iFV1HngQ5ppeu9py+/zjUb72SqJimWzBbuEBBrCeYnfp10Hj+pdH8R6bK",
  ],
  [
    "lzma with lc 1, lp 2, pb 4",
    "squares",
    "xwAAgAD//////////wAYCApnE8mqoXZIUt86N/kovWCUKfLMu9asNGKFwi3K60OlI3OfxPNb4B3rfkvqCf+w3PePscjk5PBIiBt3mckQgGrTCZBdLjhlE0x60a98Vm6a6tJ2KO12otkXpOkf+M0ZbXTD+/lPN/4qd0Hrgb82f78bvEZaogyVpfE6rgqonshcL9Er0YwIBRUEjD90KB2fY4mrsSR2AmJ+pIsneg8na+xv4Jq6qbSw8mWihq4Be9RxXEkFzyBXLY/3L6xC4dxKSh03e9hFHmqrWq9Q2ufoeUjfjX8EUF2VftQVMHxAvnuLMAaCGFQDrfEVZNO3S9o//Y8OGUHqXDPx0kgrRFYMRXnJie4L+KAOHaz2KLiQLMUX6OgEvhjaj8TzxTKsT6DmaUsND0+sVssGAUAqYqXVZ+lAa2fXP/4HsTo=",
  ],
  [
    "lzma of known size",
    "squares",
    "XQAAAQA8BAAAAAAAAAAYCArnehmbD1EUJzLQ2OkNYV4mDPaYuBzA/Qbt2HIa59BX1hZgCgseaXjuBpzFbbFz45K/kxJXDSDJew2M4lzYrwLaWzPfQ9PQfx2d0RDEtmBpXX3Z4oJQBdTAWVCYKDCb5bh2lCpkmqRvHM8/BWXKiH5+dvhvy6LdeXWWZef2PBNlqRoAMSa210nWml98ynCwKfULOStXrVw0DWoL8+8Q7uhuhhx3xpm+AyzygoYRbt/UVVW0oltNw6uGaNo1WSOMZoQaR5XTjqjhJ9MJ3VSkpXSQvhX2/JRHrqqAGMx942bjQJP3zR0S9+SsJ1n6rSfxlRw/ShXpVuorj4vUItFW3XP3H0+/3rH/m4yOxqfG4P41kGm4qQ==",
  ],
  [
    "lzma of known size with a marker",
    "squares",
    "XQAAgAA8BAAAAAAAAAAYCArnehmbD1EUJzLQ2OkNYV4mDPaYuBzA/Qbt2HIa59BX1hZgCgseaXjuBpzFbbFz45K/kxJXDSDJew2M4lzYrwLaWzPfQ9PQfx2d0RDEtmBpXX3Z4oJQBdTAWVCYKDCb5bh2lCpkmqRvHM8/BWXKiH5+dvhvy6LdeXWWZef2PBNlqRoAMSa210nWml98ynCwKfULOStXrVw0DWoL8+8Q7uhuhhx3xpm+AyzygoYRbt/UVVW0oltNw6uGaNo1WSOMZoQaR5XTjqjhJ9MJ3VSkpXSQvhX2/JRHrqqAGMx942bjQJP3zR0S9+SsJ1n6rSfxlRw/ShXpVuorj4vUItFW3XP3H0+/3rH/m4yOxqfG4P41ktIma3//Nt/YAA==",
  ],
  [
    "xz with CRC64",
    "squares",
    "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AQ7ARZdABgICud6GZsPURQnMtDY6Q1hXiYM9pi4HMD9Bu3Ychrn0FfWFmAKCx5peO4GnMVtsXPjkr+TElcNIMl7DYziXNivAtpbM99D09B/HZ3REMS2YGldfdniglAF1MBZUJgoMJvluHaUKmSapG8czz8FZcqIfn52+G/Lot15dZZl5/Y8E2WpGgAxJrbXSdaaX3zKcLAp9Qs5K1etXDQNagvz7xDu6G6GHHfGmb4DLPKChhFu39RVVbSiW03Dq4Zo2jVZI4xmhBpHldOOqOEn0wndVKSldJC+Ffb8lEeuqoAYzH3jZuNAk/fNHRL35KwnWfqtJ/GVHD9KFelW6iuPi9Qi0Vbdc/cfT7/esf+bjI7Gp8bg/jWQabipAAAAooRZzg3OrE0AAbICvAgAAFmVILexxGf7AgAAAAAEWVo=",
  ],
  [
    "xz with CRC32",
    "squares",
    "/Td6WFoAAAFpIt42AgAhARYAAAB0L+Wj4AQ7ARZdABgICud6GZsPURQnMtDY6Q1hXiYM9pi4HMD9Bu3Ychrn0FfWFmAKCx5peO4GnMVtsXPjkr+TElcNIMl7DYziXNivAtpbM99D09B/HZ3REMS2YGldfdniglAF1MBZUJgoMJvluHaUKmSapG8czz8FZcqIfn52+G/Lot15dZZl5/Y8E2WpGgAxJrbXSdaaX3zKcLAp9Qs5K1etXDQNagvz7xDu6G6GHHfGmb4DLPKChhFu39RVVbSiW03Dq4Zo2jVZI4xmhBpHldOOqOEn0wndVKSldJC+Ffb8lEeuqoAYzH3jZuNAk/fNHRL35KwnWfqtJ/GVHD9KFelW6iuPi9Qi0Vbdc/cfT7/esf+bjI7Gp8bg/jWQabipAAAAGLpfXAABrgK8CAAAuVc0wz4wDYsCAAAAAAFZWg==",
  ],
  [
    "xz with SHA-256",
    "squares",
    "/Td6WFoAAArh+wyhAgAhARYAAAB0L+Wj4AQ7ARZdABgICud6GZsPURQnMtDY6Q1hXiYM9pi4HMD9Bu3Ychrn0FfWFmAKCx5peO4GnMVtsXPjkr+TElcNIMl7DYziXNivAtpbM99D09B/HZ3REMS2YGldfdniglAF1MBZUJgoMJvluHaUKmSapG8czz8FZcqIfn52+G/Lot15dZZl5/Y8E2WpGgAxJrbXSdaaX3zKcLAp9Qs5K1etXDQNagvz7xDu6G6GHHfGmb4DLPKChhFu39RVVbSiW03Dq4Zo2jVZI4xmhBpHldOOqOEn0wndVKSldJC+Ffb8lEeuqoAYzH3jZuNAk/fNHRL35KwnWfqtJ/GVHD9KFelW6iuPi9Qi0Vbdc/cfT7/esf+bjI7Gp8bg/jWQabipAAAAPNFheRxA5wqRUZBa+WZ8q2F9gs4McEgEeCIYcqdharwAAcoCvAgAAPUaUVC26d8cAgAAAAAKWVo=",
  ],
  [
    "xz without check",
    "squares",
    "/Td6WFoAAAD/EtlBAgAhARYAAAB0L+Wj4AQ7ARZdABgICud6GZsPURQnMtDY6Q1hXiYM9pi4HMD9Bu3Ychrn0FfWFmAKCx5peO4GnMVtsXPjkr+TElcNIMl7DYziXNivAtpbM99D09B/HZ3REMS2YGldfdniglAF1MBZUJgoMJvluHaUKmSapG8czz8FZcqIfn52+G/Lot15dZZl5/Y8E2WpGgAxJrbXSdaaX3zKcLAp9Qs5K1etXDQNagvz7xDu6G6GHHfGmb4DLPKChhFu39RVVbSiW03Dq4Zo2jVZI4xmhBpHldOOqOEn0wndVKSldJC+Ffb8lEeuqoAYzH3jZuNAk/fNHRL35KwnWfqtJ/GVHD9KFelW6iuPi9Qi0Vbdc/cfT7/esf+bjI7Gp8bg/jWQabipAAAAAAGqArwIAACvFaVYqAAK/AIAAAAAAFla",
  ],
  ["xz of nothing", "nothing", "/Td6WFoAAATm1rRGAAAAABzfRCEftvN9AQAAAAAEWVo="],
  [
    "xz of zeros",
    "zeros",
    "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4w0/AGFdAABv/f//o7f/Rz5IFXI5YVG4kijmo4YH+e7kHoLTL8U6PAFLsX7JiopNL6MN2X+m44wjEVPgWRjFdYrid/i2lH8MasDedElk4ulcU7IE2PdEDKtfDW1G6eXDdoi3fz/n8wAAAAAADY68/QHGh3cAAX3AmgwAAL3aG0axxGf7AgAAAAAEWVo=",
  ],
  [
    "xz of noise",
    "noise",
    "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQErxn6Ba0v74vtU9r3ffBzhhwG/Md5Wcg9HZ2aHWaqIPFnqVhN70oWh2DxUVS83rmVb2gJ5mMzjGnaOX9mZjx8/Nu5DeE0N+r6m2uSGjtwpbU7/VuFwIPuPsVgFkMUJ3FPNqjtImVLTUp0Gn+q1wgYTmEmyAR6sMogxnFJGlXE2j1f2OR0W+oh09Zh8F1xBu21xjg9wWccBGy8zPZHAHaUNDaszjX5ejz7maHSmOrHDkxGoZMfbyuBg4fO/CQBnouMloCExh9VixahPfi4Ja5SfsG2pnloLRnCAts9HDKalKtis+6Drt3kkciOSSIDFpqeFt9eMkOSrY0RSZuOcMyX5Xqq6c2BdS3F+vqmMVxlxw8pe5SozrIhRZqF7dWdkmmnvb1ZCoB1RxQL3u5JFAMhBz2JZ59dOAAHEAqwCAADMqdU3scRn+wIAAAAABFla",
  ],
  [
    "xz of calls, x86",
    "calls",
    "/Td6WFoAAATm1rRGAgEEACEBFgANhjUf4AHeAIddAHQjPmAMQqEuRVwEgX8UBdROBjPbYYd8TC6Q6VgjKL+IfJe/SPPg+IRE53RA+hAQEfshev2miVeaKouB81xMbSy+Q4H+0VWe6YwAdx7SRIqmcGKq3eb0ON9Sg3FF3c+32urCRgM5Lp9lDpQEK4Q2FGqCE9SNAo2bDYgI7aaw3dO8Xn3b+U0lPwAADkZg9ibM3fYAAaMB3wMAALuJzB2xxGf7AgAAAAAEWVo=",
  ],
  [
    "xz of calls, x86 and delta",
    "calls",
    "/Td6WFoAAATm1rRGBAIEBAAQAAADAQEhARYAAOT2/VjgAd4A7F0AdCNDZzcj4vmKEAtegYZXXHvKwhNkbwzPV9KQrdfGfZxrJxM5lIorSbbevSGseZG1JUJx16d4ms+nUWO4a5QFpMB5c3Oz9B9EYuDK3neTqVcbTq1kiUgiGq/bh0Y5IAs+NA5Zv+BQbtKmL96DcL6B58fW7DWnYzdKue+tEvQrcz8qC5nnu3eWvJrjkg+svkLyBiT4hgVEkq3VSyj4tbrfdvUiXX89VQTpoX6ZsGp+pN+/Z4OD7mhQ/9ETDcunVHyLJYfskQ4lJ/gSEmvgtilIOLj26LujVya6VakdwRXvFQO5O5yYVBQcrizvcoIADkZg9ibM3fYAAZAC3wMAAGiGgtixxGf7AgAAAAAEWVo=",
  ],
  [
    "xz of waves, delta",
    "waves",
    "/Td6WFoAAATm1rRGAgEDAQYhARalf6/L4AGPABBdAAAA6oTiA/sbxAY0KXpsAAAADwJ2/M9gcDMAASyQAwAAAG6ZiHCxxGf7AgAAAAAEWVo=",
  ],
  [
    "xz of calls, ARM",
    "calls",
    "/Td6WFoAAATm1rRGAgEHACEBFgCj9KGZ4AHeAJldAHQh/mAMK0ozeRe4DXmPN3TQ49W4lBRolnwlpxZpDGHrGwPpG5LFJo92oolpSowtA6ZFU8T0Vb8LSzt1RG6er56nupDzeSk+sHEKUl67itudzif8xAAajvVQxbzIzytTfUdRgPTSSKn1lVvn/ds5JR4zkeME2bqvDNaHCTwZ7+tNPa8MS0hWEcs1yHMOl14lWKqdocA/DfHtMgAAAAAORmD2Jszd9gABtQHfAwAAPWhDyLHEZ/sCAAAAAARZWg==",
  ],
  [
    "xz of several blocks",
    "long5",
    "/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4AfPAR9dABgICud6GZsPURQnMtDY6Q1hXiYM9pi4HMD9Bu3Ychrn0FfWFmAKCx5peO4GnMVtsXPjkr+TElcNIMl7DYziXNivAtpbM99D09B/HZ3REMS2YGldfdniglAF1MBZUJgoMJvluHaUKmSapG8czz8FZcqIfn52+G/Lot15dZZl5/Y8E2WpGgAxJrbXSdaaX3zKcLAp9Qs5K1etXDQNagvz7xDu6G6GHHfGmb4DLPKChhFu39RVVbSiW03Dq4Zo2jVZI4xmhBpHldOOqOEn0wndVKSldJC+Ffb8lEeuqoAYzH3jZuNAk/fNHRL35KwnWfqtJ/GVHD9KFelW6iuPi9Qi0Vbdc/cfT7/esf+bjI7Gp8bg/kIOe/cYtAU5f3FcyAAAAAC47I9ie8MHGAIAIQEcAAAAEM9YzOAHzwEaXQA5nEsCCFmzCFdP892krN/md18fuj7g6FEkEVsS8Iocr9yF13rbp99Oq6FQY7VYpJXr+hCx5jmBISuF/qy/AQXoKpyMugRo5iO5tZhXJtGXfSe/wKKaQssy4beQkh30OybKql8uPRTJEnw6sQkL1epOrvp6+tlJn4MIPlCaNR7E3+M8Lq7PwWW4ZTO+D6oFuSWYUPtF+ion0Lc/Ne7ffvuHYTD13DSjKbKRuaVVKuEtIglth/npID9jhfcHjXNgM3vS6An30InmBgvJ8+za4cSGftVImE1YhJzDOZHqAP5O2rocmTIcJjKg1XlOS+D4TbvWUmwf0qEBGzR9SOti9JzMtY6JP5401n5m2O2HY0qlbh+BS2Yxg2PH7wAAAAApsBWLAmjGVgIAIQEcAAAAEM9YzOAD5wEBXQAwnIjNwK48EcG2traKzzJUKyza1Iy1X+rxfet1XzSc50GDYO++PdQJGtIN2Qx+7nbyDE0wZZPdVJp4VHwRSOlNUGaGGROD+KMgOgv/hPjjws3B2YTS3xIX8zMswc1du2iJioWGR3Y8rfHv0FwfZ0GkTBJSyZXYwNkf9yoV172yZajNxQPOHIq+itWPiGbl5e129dxtzfZl1U5nZyhoXQI0GTY0NJZBtNT8D+0es5cQs6p3h9iK76uMpIC7p2Hntx2IhoCM0M2Gbkd4uFkklHUTuSbCq5X+Ut4sWKHXehL15plrHEjnM5AL/x5STI8+xvu7cuwkKFO4B+IY/iX5GzO88QAAAACz3ACcQXxruwADuwLQD7YC0A+dAugHAABUObSlrCc+LQQAAAAABFla",
  ],
  [
    "xz of several blocks, sizes told",
    "long5",
    "/Td6WFoAAATm1rRGA8C7AtAPIQEQAAAA7s7epOAHzwEzXQAYCArnehmbD1EUJzLQ2OkNYV4mDOjh8JWyKAAuTtuUxedncLsGi07C/C+W6dPabUzbzzqBq6iwqCwiH9xFzW9nDo/HGPGrw5aSCjvZy4ZE4Ymx0Ll2pZQJRsTPgip2JnGh0GkRWXY6L0F4oFdyJ9WPLRzu/5MrMV1y9VbwwItjN2N+3NrcA6DLAhrm/ewUfK2o8SRkiLwjtWhjFl5xDgj9e1qqvUbyayLMjYgrwfZsb5LfGx3B+ivLBxk++mAE+vOKP3MXUKRFDGyPerOBWG/6W9aI0Ol+9BZ3VMtSpaESCD0WK7nCpd30Ea2wNZeEUkUkAoJ5hhOmd26vQSKFOYNRQx8zo4cq0GJhGTl+cyTpdFsyLxkXZaIpGxJbZ/uSjHhqnIZMBnlOQHgpRnvJovauBgAAAAC47I9ie8MHGAPAwALQDyEBEAAAAIGwd6rgB88BOF0AOZxLAghZswhXT/PdpKzf5ndfH7o+4OhMogsZTrAm3zjO0O5yk9pKBL0VRt2VZNO3KBdsF088Tapj/Hb9yFh61VNB+p0Ia8hrW8hpsQhHCb1NVYqcAmpEqu70lz8m9S61UQpfzXuTe9sCeOj9PP8ufCEE69MALvQoacGVcZyIh/R21qY1cwAs+9Oiq0cxCW9iVEcQlpWaEf9pPB6bbQ1RBNmZmJKcZ+79nDz+u50xT6cRVzhbVaMrt6URH92xTDOzJAGZ8FFjiP3B4U5SNuyvoF9TwbbZNJX5V8NzLSnL8CJ9FTk4GV/x9mHvvr+Wl1uq1bPjoK/aFkuWyXl5z0f1drAXjIJQLKgbkUtdpA2gUPVNjqcGKnhzjOvg4I6zeKuMe+/BJbcovjkKWuTa4R1dliljL56aKgAAACmwFYsCaMZWA8CeAugHIQEQAAAA1QBtaOAD5wEWXQAwnIjNwK48EcG2traKzzJUKyza1Iy1X+rxfet1XzSc50GDYO++PdQJGtIN2Qx+7nf5ea9muW1HrGmnZdHdGKC45vk5HAuuS3xWOVtT2dfR6cMlBLB284CxCRk6j6162N3jZSSm5pU13YKTJLTY3CMoYeW4pW+DjXjeDUZDRjeES2/fbzW5Lg2WQw/ZzdQf8tV0iZ4vGsDmLIR56dUYM1nL90P9ExDE9PUqoZuK1XOFjU+oHcUVYwLdfxhonrv9aZJrjMvYW+dFkqbHG5JvC7UaoNBY4qRE7kbHr9iwe/CAKtk+Z4ymfC3KURKavp2wyW45IiqL7Jdq9iVqlV8C7fy3c80Cg1P92wPkwPguf8xFlkX2/1OUygAAALPcAJxBfGu7AAPTAtAP2ALQD7YC6AcAAH1pdbisJz4tBAAAAAAEWVo=",
  ],
  [
    "lz4 of squares",
    "squares",
    "BCJNGGhAPAQAAAAAAAAD7gEAAPgBMCBzcXVhcmVkIGlzIDAKMQ8AODEKMg8AODQKMw8AODkKNA8ASDE2CjUQAEgyNQo2EABIMzYKNxAASDQ5CjgQAEg2NAo5EABJODEKMZ0AWjEwMAoxoABJMjEKMaMAWTE0NAoxpgBaMTY5CjGpAEo5NgoxqwBJMjUKMa0AWTI1NgoxrwBZMjg5CjGxAFkzMjQKMbMAWTM2MQoytABZNDAwCjK0AFk0NDEKMrQAWTQ4NAoytABZNTI5CjK0AFk1NzYKMrQAWTYyNQoytAAQNiQACbQAEDdIAAm0ABA3bAAJtABZODQxCjO0AFk5MDAKM7QAWTk2MQoztABpMTAyNAoztQBpMTA4OQoztgBpMTE1NgoztwBpMTIyNQozuABpMTI5NgozuQBpMTM2OQozugBpMTQ0NAozuwBpMTUyMQo0vABpMTYwMAo0vQBqMTY4MQo0vgBaNzY0CjS+AFo4NDkKNL4AWTkzNgo0vgBpMjAyNQo0vgBpMjExNgo0vgBpMjIwOQo0vgBpMjMwNAo0vgBpMjQwMQo1vgBpMjUwMAo1vgAgMjYmAAm+AGkyNzA0CjW+AGkyODA5CjW+AGkyOTE2CjW+ABAzvgAZNb4AaTMxMzYKNb4AaTMyNDkKNb4AaTMzNjQKNb4AUDM0ODEKAAAAAA==",
  ],
  ["lz4 of nothing", "nothing", "BCJNGGBAggAAAAA="],
  [
    "lz4 of zeros",
    "zeros",
    "BCJNGEhAQA0DAAAAAACSCwEAAB8AAQD/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////51AAAAAAAAoBAAAPAQD/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////6FAAAAAAAAoBAAAPAQD/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////6FAAAAAAABcAAAAPAQD/////////////////NVAAAAAAAAAAAAA=",
  ],
  [
    "lz4 of noise",
    "noise",
    "BCJNGGhALAEAAAAAAACELAEAgMZ+gWtL++L7VPa933wc4YcBvzHeVnIPR2dmh1mqiDxZ6lYTe9KFodg8VFUvN65lW9oCeZjM4xp2jl/ZmY8fPzbuQ3hNDfq+ptrkho7cKW1O/1bhcCD7j7FYBZDFCdxTzao7SJlS01KdBp/qtcIGE5hJsgEerDKIMZxSRpVxNo9X9jkdFvqIdPWYfBdcQbttcY4PcFnHARsvMz2RwB2lDQ2rM41+Xo8+5mh0pjqxw5MRqGTH28rgYOHzvwkAZ6LjJaAhMYfVYsWoT34uCWuUn7BtqZ5aC0ZwgLbPRwympSrYrPug67d5JHIjkkiAxaanhbfXjJDkq2NEUmbjnDMl+V6qunNgXUtxfr6pjFcZccPKXuUqM6yIUWahe3VnZJpp729WQqAdUcUC97uSRQAAAAA=",
  ],
  [
    "lz4 of linked blocks",
    "long",
    "BCJNGFxAIPwBAAAAAADc1wIAAPgBMCBzcXVhcmVkIGlzIDAKMQ8AODEKMg8AODQKMw8AOTkKNC0AODYKNRAASDI1CjYQAEkzNgo3TgA4OQo4EABINjQKORAASTgxCjGdAFoxMDAKMaAASTIxCjGjAGoxNDQKMTOXADo5CjGpAEo5NgoxqwBaMjUKMTa9ADk2CjGvAFkyODkKMbEAajMyNAoxOeMAOTEKMrQAWTQwMAoytABaNDQxCjJXAUk4NAoytABZNTI5CjK0AFk1NzYKMrQAWTYyNQoytAAQNiQACbQAEDdIAAm0ABA3bAAKZwFJNDEKM7QAWTkwMAoztABaOTYxCjNoAVowMjQKM2kBWjA4OQozagFqMTU2CjM1swFaMjUKMzYTAEk5NgozuQB7MTM2OQozONoBOTQKM7sAajE1MjEKNCQCWjYwMAo0JQJaNjgxCjS+AFo3NjQKNL4AWzg0OQo0KAJKMzYKNCkCWjAyNQo0KgJaMTE2CjQrAlkyMDkKNL4AaTIzMDQKNL4AejI0MDEKNTB2AkkwMAo1vgAgMjYmAAm+AHoyNzA0CjUznQJJMDkKNb4AIDI5kQMJvgAQM74AGjWVA2sxMzYKNTfXAjo5CjXqAlozNjQKNesCTzQ4MQo8BP///////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////6hQaXMgNzhPxlJ1BwEAAA88BP////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////8FUDM0ODEKQOs96AAAAABt/BWa",
  ],
  [
    "lz4 of blocks alone",
    "long",
    "BCJNGGRAp/YCAAD4ATAgc3F1YXJlZCBpcyAwCjEPADgxCjIPADg0CjMPADg5CjQPAEgxNgo1EABIMjUKNhAASDM2CjcQAEg0OQo4EABINjQKORAASTgxCjGdAFoxMDAKMaAASTIxCjGjAFkxNDQKMaYAWjE2OQoxqQBKOTYKMasASTI1CjGtAFkyNTYKMa8AWTI4OQoxsQBZMzI0CjGzAFkzNjEKMrQAWTQwMAoytABZNDQxCjK0AFk0ODQKMrQAWTUyOQoytABZNTc2CjK0AFk2MjUKMrQAEDYkAAm0ABA3SAAJtAAQN2wACbQAWTg0MQoztABZOTAwCjO0AFk5NjEKM7QAaTEwMjQKM7UAaTEwODkKM7YAaTExNTYKM7cAaTEyMjUKM7gAaTEyOTYKM7kAaTEzNjkKM7oAaTE0NDQKM7sAaTE1MjEKNLwAaTE2MDAKNL0AajE2ODEKNL4AWjc2NAo0vgBaODQ5CjS+AFk5MzYKNL4AaTIwMjUKNL4AaTIxMTYKNL4AaTIyMDkKNL4AaTIzMDQKNL4AaTI0MDEKNb4AaTI1MDAKNb4AIDI2JgAJvgBpMjcwNAo1vgBpMjgwOQo1vgBpMjkxNgo1vgAQM74AGTW+AGkzMTM2CjW+AGkzMjQ5CjW+AGkzMzY0CjW+AFkzNDgxCr0ADzwE////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////m1BpcyA3OOsCAAD4BzQKMjkgc3F1YXJlZCBpcyA4NDEKMzASAGk5MDAKMzESAFg2MQozMhIAejEwMjQKMzMTAFk4OQozNBMAaTE1NgozNRMAajIyNQozNhMAWTk2CjM3EwBpMzY5CjM4EwBZNDQ0CjO7AGkxNTIxCjS8AGkxNjAwCjS9AGoxNjgxCjS+AFo3NjQKNL4AWjg0OQo0vgBZOTM2CjS+AGkyMDI1CjS+AGkyMTE2CjS+AGkyMjA5CjS+AGkyMzA0CjS+AGkyNDAxCjW+AGkyNTAwCjW+ACAyNiYACb4AaTI3MDQKNb4AaTI4MDkKNb4AaTI5MTYKNb4AEDO+ABk1vgBpMzEzNgo1vgBpMzI0OQo1vgBpMzM2NAo1vgBZMzQ4MQq9ACkwCrkAKTEKtQApNAqxACk5Cq0AAKsACO0BOjI1CqcAKTYKpAA5NDkKoQA5NjQKngBJODEKMZ0AWjEwMAoxoABJMjEKMaMAWTE0NAoxpgBaMTY5CjGpAEk5NgoxVQEA0AIZMa0AWTI1NgoxrwBZMjg5CjGxAFkzMjQKMbMAWTM2MQoytABZNDAwCjK0AFk0NDEKMrQAWTQ4NAoytABZNTI5CjK0AFk1NzYKMrQAWTYyNQoytAAQNiQACbQAEDdIAAm0ABA3bAAJtAAPPAT//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////7RQMzQ4MQoAAAAAbfwVmg==",
  ],
];

/** The streams whose name begins so. */
export function vectorsOf(start: string): readonly (readonly [string, Vector])[] {
  return written
    .filter(([name]) => name.startsWith(start))
    .map(([name, held, text]) => [
      name,
      { packed: Buffer.from(text, "base64"), unpacked: holds[held] },
    ]);
}

/** One stream by its name. */
export function vector(name: string): Vector {
  const [found] = vectorsOf(name);
  if (!found) throw new Error(`no vector is called ${name}`);
  return found[1];
}
