// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/** Labels in a NumPy array: one whole number, also as floating point, or one text per image. */
final class NpyLabels {

    private static final Pattern TEXT = Pattern.compile("([|<>=]?)([US])(\\d{1,6})");

    /** Bytes of a character in text of Unicode. */
    private static final int UNICODE = 4;

    private NpyLabels() {
    }

    /** Reads an array of one dimension, or of more of which all but the first have the length 1. */
    static Labels read(final ByteSource source) {
        final var header = NpyHeader.read(source);
        final var shape = header.shape();
        if (shape.length == 0 || Arrays.stream(shape).skip(1).anyMatch(length -> length != 1)
            || shape[0] > Integer.MAX_VALUE) {
            throw problem(source, "there must be one label per image, but they have the shape %s.".formatted(
                header.shapeText()), "Save one label per image, for example with labels.argmax(axis=1).");
        }
        final int count = (int)shape[0];
        final var text = TEXT.matcher(header.type());
        if (text.matches()) {
            return texts(source, count, Integer.parseInt(text.group(3)),
                text.group(2).equals("S") ? Optional.empty() : Optional.of(text.group(1).equals(">")
                    ? Charset.forName("UTF-32BE") : Charset.forName("UTF-32LE")));
        }
        final var type = NpyType.of(header.type()).orElseThrow(() -> problem(source,
            "labels must be whole numbers or text, but are of type %s.".formatted(header.type()),
            "Save them with numpy.save(file, labels.astype(str))."));
        return numbers(source, count, type);
    }

    /** {@code unicode}: how characters of four bytes are stored; empty for bytes of UTF-8. */
    private static Labels texts(final ByteSource source, final int count, final int characters,
        final Optional<Charset> unicode) {
        final List<String> labels = new ArrayList<>();
        final int bytes = unicode.isPresent() ? UNICODE * characters : characters;
        for (int i = 0; i < count; i++) {
            final var item = item(source, bytes, count, i);
            final var text = new String(item, unicode.orElse(StandardCharsets.UTF_8));
            // shorter ones are filled up with zeros
            final int end = text.indexOf('\0');
            labels.add(ClassName.of(end < 0 ? text : text.substring(0, end)));
        }
        return Labels.of(labels, false);
    }

    private static Labels numbers(final ByteSource source, final int count, final NpyType type) {
        final List<String> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final var item = type.view(item(source, type.bytes(), count, i));
            if (type.kind() == 'f') {
                final double label = type.next(item);
                if (label != Math.rint(label) || Math.abs(label) > Long.MAX_VALUE) {
                    throw problem(source, "labels must be whole numbers or text, but label %s is %s.".formatted(
                        Wording.value(i + 1), Wording.value(label)),
                        "Save them with numpy.save(file, labels.astype(str)).");
                }
                labels.add(Long.toString((long)label));
            } else {
                final long label = type.nextWhole(item);
                labels.add(type.kind() == 'u' ? Long.toUnsignedString(label) : Long.toString(label));
            }
        }
        return Labels.of(labels, true);
    }

    private static byte[] item(final ByteSource source, final int bytes, final int count, final int index) {
        final var item = source.next(bytes);
        if (item.length < bytes) {
            throw problem(source, "the header announces %s, but the data end after %s."
                .formatted(Wording.count(count, "label", "labels"), Wording.value(index)),
                "Copy or download the file again.");
        }
        return item;
    }

    private static DataException problem(final ByteSource source, final String sentence, final String fix) {
        return new DataException(Wording.file(source.file()), sentence, fix);
    }
}
