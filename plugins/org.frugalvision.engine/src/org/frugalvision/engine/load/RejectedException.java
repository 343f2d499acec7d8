// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

/** A file gives no image. Checked, because a loader has to write it into its list of rejected files and go on. */
public final class RejectedException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param reason why, a clause without full stop */
    RejectedException(final String reason) {
        super(reason);
    }

    /**
     * @param reason why, a clause without full stop
     * @param cause what the platform said
     */
    RejectedException(final String reason, final Throwable cause) {
        super(reason, cause);
    }
}
