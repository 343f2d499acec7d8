// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

/** What computes the layers of networks. */
enum Kernel {
    /** oneDNN, called directly. */
    ONEDNN
}
