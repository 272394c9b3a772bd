// Tells TypeScript what <assay-badge> takes in JSX.
import type { AssayBadge, AssayBadgeProps } from "assay-badge";
import type { DetailedHTMLProps, HTMLAttributes } from "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "assay-badge": DetailedHTMLProps<HTMLAttributes<AssayBadge>, AssayBadge> & AssayBadgeProps;
    }
  }
}
