// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.run.MethodInfo;

/**
 * What an updater tells about itself.
 *
 * @param id its name in files and settings
 * @param label its name for people
 * @param summary what it does, one sentence
 * @param paper where it comes from
 * @param verdict when it pays and when it does not
 * @param decay where weight decay comes in
 * @param usualRate the learning rate to start with, above 0
 */
public record UpdaterInfo(String id, String label, String summary, String paper, String verdict, Decay decay,
    double usualRate) implements MethodInfo {

    /** Where weight decay comes in. */
    public enum Decay {
        /** It is part of the gradient. */
        IN_GRADIENT,
        /** It shrinks the weights directly. */
        APART,
        /** The updater has its own way. */
        OWN
    }
}
