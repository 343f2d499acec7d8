// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j;

/**
 * The native libraries of DL4J could not be unpacked or loaded; nothing can be trained or predicted in this process.
 */
public final class BackendException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    BackendException(final Throwable cause) {
        super(sentence(cause), cause);
    }

    private static String sentence(final Throwable cause) {
        if (cause instanceof IllegalArgumentException) {
            return "The computing libraries were not started: " + cause.getMessage() + ". Correct it and restart.";
        }
        return "The computing libraries could not be started on " + System.getProperty("os.name") + " "
            + System.getProperty("os.arch") + " (" + cause + "). Check that the native libraries for this platform are"
            + " installed and that " + NativeFolder.PLACE + " is writable with 500 MB free (another folder: -D"
            + NativeFolder.OPTION + "=FOLDER), then restart.";
    }
}
