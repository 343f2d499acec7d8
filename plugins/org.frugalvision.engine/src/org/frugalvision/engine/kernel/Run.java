// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.List;

/**
 * A primitive with the places of what it reads and writes.
 *
 * @param index number among the runs of its plan
 * @param primitive the code
 * @param arguments what it reads and writes
 */
record Run(int index, Primitive primitive, List<Argument> arguments) implements Action {

    @Override
    public void run(final OnednnPart part) {
        part.execute(this);
    }

    /**
     * One of them.
     *
     * @param key oneDNN's number for what it is to the primitive
     * @param slot where it lies
     */
    record Argument(int key, Slot slot) {
    }
}
