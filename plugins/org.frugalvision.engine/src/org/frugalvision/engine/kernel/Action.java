// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

/** One of the things that a step does with a part. */
@FunctionalInterface
interface Action {

    void run(OnednnPart part);
}
