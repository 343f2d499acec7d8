// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/**
 * The head of a NumPy array file (NEP 1): magic, version, length, and a Python dictionary with element type, order and
 * shape.
 */
record NpyHeader(String type, long[] shape) {

    private static final byte[] MAGIC = {(byte)0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final int LONGEST = 1 << 16;

    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");

    private static final Pattern FORTRAN_ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");

    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]*)\\)");

    static NpyHeader read(final ByteSource source) {
        final var start = source.next(8);
        if (start.length < 8 || !Arrays.equals(start, 0, 6, MAGIC, 0, 6)) {
            throw new DataException(Wording.file(source.file()),
                Pickle.isIn(start) ? "this is a pickled Python object, which is not read."
                    : "this is no NumPy array file (.npy).", "Write it with numpy.save.");
        }
        final int lengthBytes = start[6] == 1 ? 2 : 4;
        final var length = ByteBuffer.wrap(Arrays.copyOf(source.next(lengthBytes), 4)).order(ByteOrder.LITTLE_ENDIAN);
        final int count = length.getInt();
        if (count < 0 || count > LONGEST) {
            throw unreadable(source);
        }
        final var text = new String(source.next(count), StandardCharsets.ISO_8859_1);
        if ("True".equals(find(FORTRAN_ORDER, text, source))) {
            throw new DataException(Wording.file(source.file()), "the array is stored in Fortran order.",
                "Write it with numpy.save(file, numpy.ascontiguousarray(array)).");
        }
        return new NpyHeader(find(TYPE, text, source), shape(find(SHAPE, text, source), source));
    }

    private static long[] shape(final String text, final ByteSource source) {
        try {
            return Arrays.stream(text.split(",")).map(String::strip).filter(length -> !length.isEmpty())
                .mapToLong(Long::parseLong).toArray();
        } catch (final NumberFormatException e) {
            throw new DataException(Wording.file(source.file()), "its header cannot be read.", e,
                "Write it with numpy.save.");
        }
    }

    private static String find(final Pattern pattern, final String text, final ByteSource source) {
        final Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw unreadable(source);
        }
        return matcher.group(1);
    }

    private static DataException unreadable(final ByteSource source) {
        return new DataException(Wording.file(source.file()), "its header cannot be read.",
            "Write it with numpy.save.");
    }

    /** The shape as Python writes it. */
    String shapeText() {
        return Arrays.toString(shape).replace('[', '(').replace(']', ')');
    }
}
