// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the batch runner understands: one text for the launcher, the batch executor and whoever asks. */
public final class Usage {

    private static final String FILE = "usage.txt";

    private Usage() {
    }

    /** Returns the text, which ends with a line break. */
    public static String text() {
        try (var in = Usage.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
