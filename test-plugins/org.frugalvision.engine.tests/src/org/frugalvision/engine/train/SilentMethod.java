// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/** Takes part in nothing; tests overwrite what they look at. */
public class SilentMethod implements TrainingMethod, Part {

    @Override
    public String id() {
        return "silent";
    }

    @Override
    public String label() {
        return "silent";
    }

    @Override
    public Part join(final TrainingStart start) {
        return this;
    }
}
