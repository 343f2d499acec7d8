// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.json;

/**
 * A text is no JSON, or has other values than were asked for. Its message tells what is wrong with "its description",
 * without capital letter and full stop: whoever reads a file puts that behind what the file is.
 */
public final class JsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    JsonException(final String reason) {
        super(reason);
    }

    JsonException(final String reason, final Throwable cause) {
        super(reason, cause);
    }
}
