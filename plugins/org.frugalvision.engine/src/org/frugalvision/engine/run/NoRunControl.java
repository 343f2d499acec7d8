// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

/** Nobody listens and nobody cancels. */
enum NoRunControl implements RunControl {
    INSTANCE;

    @Override
    public void progress(final double fraction, final String message) {
        // nobody listens
    }

    @Override
    public void checkCanceled() {
        // nobody cancels
    }
}
