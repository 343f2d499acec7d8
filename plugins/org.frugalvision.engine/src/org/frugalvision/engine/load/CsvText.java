// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.FileProblem;
import org.frugalvision.engine.run.Wording;

/** The text of a list: UTF-8, with or without a byte order mark, or UTF-16 with one, as Excel saves "Unicode text". */
final class CsvText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvText() {
    }

    static String read(final Path file) {
        try {
            final var bytes = Files.readAllBytes(file);
            final var text = charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (final CharacterCodingException e) {
            throw new DataException(Wording.file(file), "the file is no text in UTF-8.", e, "Save it as CSV in UTF-8.");
        } catch (final IOException e) {
            throw new DataException(Wording.file(file), "the file cannot be read: %s.".formatted(FileProblem.of(e)), e,
                "Correct the path.");
        }
    }

    private static Charset charset(final byte[] bytes) {
        if (bytes.length < 2) {
            return StandardCharsets.UTF_8;
        }
        final int mark = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return mark == 0xFEFF ? StandardCharsets.UTF_16BE : mark == 0xFFFE ? StandardCharsets.UTF_16LE
            : StandardCharsets.UTF_8;
    }
}
