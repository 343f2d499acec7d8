// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

/** On what networks compute. One process computes on one device: the first work decides. */
public enum Device {
    /** On the GPU where there is one that can be used, otherwise on the CPU. */
    AUTO,
    /** On the CPU, whatever else there is. */
    CPU,
    /** On the GPU or not at all. */
    GPU
}
