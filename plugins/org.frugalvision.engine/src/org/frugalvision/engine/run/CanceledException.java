// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

/** Somebody asked for the end of the work. Checked, so that no loop can forget to let it pass. */
public final class CanceledException extends Exception {

    private static final long serialVersionUID = 1;

    /** A cancellation without further words. */
    public CanceledException() {
        super("Canceled.");
    }
}
